"""Recognise (scan, refine, cues), then resolve: the machinery under the locales."""
