-- Migrations change the tables; the views on them are made anew afterwards.
set local client_min_messages = warning;
drop schema if exists area, counter cascade;
