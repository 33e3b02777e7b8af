"""The procedures of each service, as its center told them (JSON)."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change the table. Written out, not taken from tables/, which will move on."""
    column = sa.Column("procedures", sa.Text(), nullable=False, server_default="[]")
    op.add_column("services", column)
