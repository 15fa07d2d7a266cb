-- Those who sign or administer also give the code of their phone (RFC 6238).

-- The secret is locked with a key that lies beside the database; the last step is the last one a code was used of, so
-- that no code is good twice.
create table second_factor (
    account_id uuid primary key references account (id),
    secret text not null,
    last_step bigint not null,
    confirmed_at timestamptz not null
);

-- For the day the phone is gone: of each code only the SHA-256 of its 80 random bits is kept.
create table recovery_code (
    code_hash bytea primary key,
    account_id uuid not null references account (id),
    used_at timestamptz
);

create index recovery_code_account on recovery_code (account_id);

-- A session that awaits the code lets nobody in; the secret offered to its owner is locked too.
alter table session
    add awaits_code boolean not null default false,
    add offered_secret text;

revoke all on second_factor, recovery_code from "${reader_role}";
