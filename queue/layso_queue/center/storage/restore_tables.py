"""The tables of restores: what came back from a copy, and who has said what the copy lacked."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
)

from layso_queue.center.storage.tables import metadata

restores = Table(
    "restores",
    metadata,
    Column("n", Integer, nullable=False, autoincrement=False),
    Column("at", Integer, nullable=False),
    Column("day", Text, nullable=False),
    Column("copy", Text, nullable=False),
    Column("copy_at", Integer, nullable=False),
    Column("aside", Text, nullable=False),
    Column("done_at", Integer),
    Column("done_by", Text),
    PrimaryKeyConstraint("n", name="restores_are_numbered_once"),
    CheckConstraint("(done_at IS NULL) = (done_by IS NULL)", name="who_ends_a_restore_has_a_time"),
)
"""`day` is the local date of the restore: its numbers may be in people's hands."""

restore_reports = Table(
    "restore_reports",
    metadata,
    Column(
        "restore",
        Integer,
        ForeignKey("restores.n", name="a_report_is_of_a_restore"),
        nullable=False,
        autoincrement=False,
    ),
    Column("kiosk", Text, nullable=False),
    Column("at", Integer, nullable=False),
    PrimaryKeyConstraint("restore", "kiosk", name="a_kiosk_reports_once"),
)
