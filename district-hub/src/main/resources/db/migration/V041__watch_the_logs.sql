-- What people see of a log besides its position.

alter table log_cursor add column behind_since timestamptz;
-- when the village last sent more of its present work in a minute than people can do
alter table log_cursor add column flooded_at timestamptz;
-- how far the clock of the village was ahead (behind: negative) when it last announced its head
alter table log_cursor add column clock_off_ms bigint not null default 0;
