#!/bin/sh
# Makes the database and its owner, who is no superuser: what keeps organizations apart would not hold for one.
# The image of PostgreSQL runs it once, on an empty data folder.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$DB_PASSWORD" --username postgres --dbname postgres <<'SQL'
create role mentor login createrole nosuperuser nobypassrls password :'password';
create database mentor owner mentor;
revoke connect on database mentor from public;
SQL
