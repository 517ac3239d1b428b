CREATE TABLE more (id INTEGER);
CREATE TABLE account (id INTEGER);
PRAGMA user_version = 2;
