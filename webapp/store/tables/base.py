"""What all tables share: naming of constraints, and the column types of our own."""

from __future__ import annotations

from typing import Any, TypeAlias

from sqlalchemy import JSON, BigInteger, Dialect, MetaData, Row, Select
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator

from webapp.temporal.algebra.interval import Interval
from webapp.temporal.algebra.point import Point

AnyRow: TypeAlias = Row[*tuple[Any, ...]]
AnySelect: TypeAlias = Select[*tuple[Any, ...]]

_MINUTES = 24 * 60


class PointType(TypeDecorator[Point]):
    """A point as the number of minutes since day 0: in order, and good for any year."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Point | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        return None if value is None else value.day * _MINUTES + value.minute

    def process_result_value(self, value: int | None, dialect: Dialect) -> Point | None:  # noqa: ARG002
        return None if value is None else Point(*divmod(value, _MINUTES))


class Base(DeclarativeBase):
    """Naming by convention, so that migrations can name what they change."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {Point: PointType, dict[str, Any]: JSON}


def ends(interval: Interval | None) -> dict[str, Point | None]:
    """The two columns an interval is kept in; a missing interval has neither end."""
    if interval is None:
        return {"begins": None, "ends": None}
    return {"begins": interval.start, "ends": interval.end}
