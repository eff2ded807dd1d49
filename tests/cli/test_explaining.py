"""`dateline explain`."""

from tests.cli.running import dateline


def test_a_relative_day_is_worked_out_step_by_step() -> None:
    result = dateline("explain", "They met two days ago.", "--published", "15 November 2024")
    assert result.exit_code == 0, result.output
    assert result.output.startswith("two days ago\n  1. ")
    assert result.output.endswith("  2024-11-13  [DATE 2024-11-13]\n")


def test_a_day_that_counts_from_an_event_waits_for_it() -> None:
    told = dateline("explain", "two days prior to the talks", "--published", "2024-11-15").output
    assert "waits for its event, “talks”" in told
    assert "2024-11-13" not in told


def test_a_month_is_an_interval() -> None:
    assert "2024-06-01 to 2024-06-30" in dateline("explain", "in June 2024").output


def test_text_without_a_time_is_told_so() -> None:
    assert "no time expression in “nothing here”" in dateline("explain", "nothing here").output


def test_impossible_publication_date() -> None:
    result = dateline("explain", "yesterday", "--published", "2024-02-31")
    assert result.exit_code == 1
    assert "“2024-02-31” is not a date. Write a day such as" in result.stderr
