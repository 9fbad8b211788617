#!/bin/sh
# Two roles, as row security wants them: the owner migrates, the application reads and writes.
set -eu
psql -X -v ON_ERROR_STOP=1 -U postgres -d postgres \
  -v owner="$OWNER_PASSWORD" -v application="$APPLICATION_PASSWORD" <<'SQL'
CREATE ROLE mingjian_owner LOGIN BYPASSRLS PASSWORD :'owner';
CREATE ROLE mingjian_app LOGIN PASSWORD :'application';
CREATE DATABASE mingjian OWNER mingjian_owner;
CREATE DATABASE mingjian_keys OWNER mingjian_owner;
REVOKE ALL ON DATABASE mingjian, mingjian_keys FROM PUBLIC;
GRANT CONNECT ON DATABASE mingjian, mingjian_keys TO mingjian_app;
SQL
