"""The launcher of the embedded PostgreSQL: binaries, cluster, backup and restore."""
