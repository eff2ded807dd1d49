"""`make bench`: everything that is measured, none of it a test."""

from tests.bench import engine, growth, quality, speed, starting

for _measure in (quality, engine, growth, speed, starting):
    _measure.main()
    print(flush=True)
