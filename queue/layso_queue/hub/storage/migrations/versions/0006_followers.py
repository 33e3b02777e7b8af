"""Phone numbers that go with one ticket, until the day after."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table. Written out, not taken from tables/, which will move on."""
    op.create_table(
        "followers",
        sa.Column("center", sa.Text(), nullable=False),
        sa.Column("ticket", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("center", "ticket", name="a_ticket_is_followed_by_one_number"),
    )
    op.create_index("followers_by_day", "followers", ["day"], unique=False)
