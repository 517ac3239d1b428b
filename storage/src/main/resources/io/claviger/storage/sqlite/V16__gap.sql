-- No script has this number yet.

PRAGMA user_version = 16;
