"""What was given out can be taken back; when it was last used; which keys the hub is used with."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change the tables. Written out, not taken from tables/, which will move on."""
    for table in ("centers", "api_keys"):
        op.add_column(table, sa.Column("removed_at", sa.BigInteger()))
    for table in ("staff", "api_keys"):
        op.add_column(table, sa.Column("used_at", sa.BigInteger()))
    op.add_column("life", sa.Column("keys_mark", sa.Text()))
