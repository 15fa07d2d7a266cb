-- The trail: who did or saw what, why, from where, when. Each entry carries the hash of the one before.

create table audit_entry (
    id bigint primary key,
    at timestamptz not null,
    account_id uuid,
    username text not null,
    action text not null,
    subject text not null,
    fields text not null,
    reason text not null,
    address text not null,
    prev_hash bytea not null,
    hash bytea not null
);

create index audit_entry_subject on audit_entry (subject, id);
create index audit_entry_username on audit_entry (username, id);
create index audit_entry_at on audit_entry (at);

-- The row that writers of the trail queue for; it also tells when the end of the trail is missing.
create table audit_head (
    only_row boolean primary key default true check (only_row),
    last_id bigint not null,
    last_hash bytea not null
);

insert into audit_head (last_id, last_hash) values (0, decode(repeat('00', 32), 'hex'));

-- The program may add to the trail, and neither change nor shorten it.
revoke all on audit_entry from ${app_role};
grant select, insert on audit_entry to ${app_role};
revoke all on audit_head from ${app_role};
grant select, update on audit_head to ${app_role};
grant select on audit_entry, audit_head to ${reader_role};

-- Accounts are not for reports.
revoke all on account, session, login_brake from ${reader_role};
