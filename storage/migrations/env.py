"""How Alembic reaches the database: through the engine that the program gives it."""

from alembic import context
from sqlmodel import SQLModel

import storage.tables  # noqa: F401 - fills the metadata

backend = context.config.attributes["backend"]
with backend.writer.connect() as connection:
    backend.migrate_alone(connection)
    context.configure(connection=connection, target_metadata=SQLModel.metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()
