"""Articles about invented people for the browser to read."""

from __future__ import annotations

from datetime import date

from webapp.text.document import Document

PLACES = ("Norhaven", "Iskar", "Tarnby", "Vell", "Osthaven", "Lerum")
MONTHS = ("January", "March", "May", "July", "September", "November")

CALL = Document(
    "Harbour masters speak again\n\n"
    "Two harbour masters have spoken after years of silence.\n\n"
    "Anna Berg met Jonas Falk in Norhaven on 15 November 2024.  Both called the talks “useful” & <frank>.\n\n"
    "Two days before the meeting, Anna Berg telephoned Maria Stone.\n"
    "The harbour was founded in 1847.\n\n"
    "4 minute read\n",
    title="Harbour masters speak again",
    publisher="The Lake Post",
    given_date=date(2024, 11, 16),
)

CHRONICLE = Document(
    "A chronicle of visits\n\n"
    + "\n\n".join(
        f"On {3 + n % 20} {MONTHS[n % 6]} {2015 + n // 6}, Jonas Falk visited {PLACES[n % 5]}."
        for n in range(42)
    )
    + "\n",
    title="A chronicle of visits",
    publisher="Shore Review",
    given_date=date(2023, 5, 1),
)
