"""Whom a ticket waits for, and its place in the order of issue: what its center sorts it by."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change the table. Written out, not taken from tables/, which will move on."""
    op.add_column("tickets", sa.Column("to_counter", sa.Integer()))
    born = sa.Column("born", sa.BigInteger(), nullable=False, server_default="0")
    op.add_column("tickets", born)
