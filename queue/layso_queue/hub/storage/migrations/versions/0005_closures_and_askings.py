"""Closures in both languages and who was told of each; askings counted for all processes."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change the tables. Written out, not taken from tables/, which will move on."""
    english = sa.Column("reason_en", sa.Text(), nullable=False, server_default="")
    op.add_column("closures", english)
    op.create_table(
        "closures_told",
        sa.Column("center", sa.Text(), nullable=False),
        sa.Column("closure", sa.Text(), nullable=False),
        sa.Column("booking", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint(
            "center", "closure", "booking", name="a_person_is_told_of_a_closure_once"
        ),
    )
    op.create_index("closures_told_by_booking", "closures_told", ["booking"], unique=False)
    op.create_table(
        "askings",
        sa.Column("rate", sa.Text(), nullable=False),
        sa.Column("client", sa.LargeBinary(), nullable=False),
        sa.Column("due", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("length(client) = 16", name="clients_are_kept_hashed"),
        sa.PrimaryKeyConstraint("rate", "client", name="a_client_is_counted_once_a_rate"),
    )
