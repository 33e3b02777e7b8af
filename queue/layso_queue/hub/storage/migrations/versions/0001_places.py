"""Centers and services; leases, holds, places given up, closures."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables. Written out, not taken from tables/, which will move on."""
    op.create_table(
        "centers",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name_vi", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("province_code", sa.Text(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("registered_at", sa.BigInteger(), nullable=False),
        sa.Column("heard_at", sa.BigInteger(), nullable=True),
        sa.Column("offset_ms", sa.BigInteger(), nullable=True),
        sa.Column("frozen", sa.Boolean(), nullable=False),
        sa.CheckConstraint("length(token_hash) = 32", name="center_tokens_are_kept_hashed"),
        sa.PrimaryKeyConstraint("code", name="a_center_is_registered_once"),
        sa.UniqueConstraint("token_hash", name="a_token_belongs_to_one_center"),
    )
    op.create_table(
        "closures",
        sa.Column("center", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("begins", sa.BigInteger(), nullable=False),
        sa.Column("ends", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("lifted", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["center"], ["centers.code"], name="a_center_closes"),
        sa.PrimaryKeyConstraint("center", "id", name="a_closure_is_made_once"),
    )
    op.create_table(
        "freed",
        sa.Column("center", sa.Text(), nullable=False),
        sa.Column("after", sa.BigInteger(), nullable=False),
        sa.Column("booking", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("known", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["center"], ["centers.code"], name="a_center_had_it"),
        sa.PrimaryKeyConstraint("center", "after", name="a_place_is_given_up_once"),
    )
    op.create_table(
        "leases",
        sa.Column("center", sa.Text(), nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("remote", sa.Boolean(), nullable=False),
        sa.Column("slot", sa.BigInteger(), nullable=False),
        sa.Column("asked", sa.Integer(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("sold", sa.Integer(), nullable=False),
        sa.CheckConstraint("asked >= 0", name="a_lease_is_of_some_places_or_none"),
        sa.CheckConstraint("sold >= 0", name="no_place_is_given_back_twice"),
        sa.ForeignKeyConstraint(["center"], ["centers.code"], name="a_center_leases"),
        sa.PrimaryKeyConstraint(
            "center", "service", "remote", "slot", name="a_slot_is_leased_once"
        ),
    )
    op.create_index("leases_of_a_center", "leases", ["center", "slot"], unique=False)
    op.create_table(
        "services",
        sa.Column("center", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name_vi", sa.Text(), nullable=False),
        sa.Column("name_en", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("documents", sa.Text(), nullable=False),
        sa.Column("online_url", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("offered", sa.Boolean(), nullable=False),
        sa.CheckConstraint("minutes >= 1", name="a_service_takes_time"),
        sa.ForeignKeyConstraint(["center"], ["centers.code"], name="a_center_offers_it"),
        sa.PrimaryKeyConstraint("center", "code", name="a_center_offers_a_service_once"),
    )
    op.create_table(
        "holds",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("center", sa.Text(), nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("remote", sa.Boolean(), nullable=False),
        sa.Column("slot", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["center", "service", "remote", "slot"],
            ["leases.center", "leases.service", "leases.remote", "leases.slot"],
            name="a_hold_keeps_a_leased_place",
        ),
        sa.PrimaryKeyConstraint("id", name="a_hold_is_made_once"),
    )
    op.create_index("holds_by_expiry", "holds", ["expires_at"], unique=False)
