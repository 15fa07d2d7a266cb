-- Two records were of one person: who asks for the lost one is led to the kept one.

create table resident_alias (
    lost_id uuid primary key references resident,
    kept_id uuid not null references resident,
    reason text not null,
    username text not null,
    at timestamptz not null,
    check (lost_id <> kept_id)
);

create index resident_alias_kept on resident_alias (kept_id);

revoke update, delete on resident_alias from "${app_role}";
