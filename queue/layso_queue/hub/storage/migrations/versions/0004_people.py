"""Staff of the hub, portals and what they were answered, notices."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables. Written out, not taken from tables/, which will move on."""
    op.create_table(
        "api_keys",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("key_hash", sa.LargeBinary(), nullable=False),
        sa.Column("scopes", sa.Text(), nullable=False),
        sa.Column("per_minute", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("length(key_hash) = 32", name="api_keys_are_kept_hashed"),
        sa.CheckConstraint("per_minute >= 1", name="an_api_key_may_ask_something"),
        sa.PrimaryKeyConstraint("name", name="an_api_key_has_one_name"),
        sa.UniqueConstraint("key_hash", name="an_api_key_belongs_to_one_portal"),
    )
    op.create_table(
        "notices",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("booking", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("way", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("fault", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "state IN ('waiting','sent','moot','failed')", name="a_notice_has_a_state"
        ),
        sa.PrimaryKeyConstraint("id", name="a_notice_is_made_once"),
    )
    op.create_index("notices_by_time", "notices", ["state", "due_at"], unique=False)
    op.create_index("notices_of_a_booking", "notices", ["booking", "version", "kind"], unique=False)
    op.create_table(
        "sessions",
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("staff", sa.Text(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("length(token_hash) = 32", name="session_tokens_are_kept_hashed"),
        sa.PrimaryKeyConstraint("token_hash", name="a_session_token_is_used_once"),
    )
    op.create_table(
        "staff",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "password_hash LIKE '$argon2id$%'", name="passwords_are_kept_as_argon2id"
        ),
        sa.PrimaryKeyConstraint("name", name="a_staff_name_is_used_once"),
    )
    op.create_table(
        "answers",
        sa.Column("api_key", sa.Text(), nullable=False),
        sa.Column("idempotency_key", sa.Text(), nullable=False),
        sa.Column("request_hash", sa.LargeBinary(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["api_key"], ["api_keys.name"], name="a_portal_was_answered"),
        sa.PrimaryKeyConstraint("api_key", "idempotency_key", name="a_request_is_answered_once"),
    )
