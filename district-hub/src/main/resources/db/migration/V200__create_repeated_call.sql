-- Calls that may be sent twice (header Idempotency-Key): what was answered the first time.

create table repeated_call (
    -- whose key it is: client/<id> or account/<name>
    owner       text collate "C" not null,
    -- SHA-256 of the key
    key_hash    bytea            not null,
    -- SHA-256 of key, address and body: another call under the same key is refused
    fingerprint bytea            not null,
    begun_at    timestamptz      not null default now(),
    -- null while it is under way, or when its hub died in the middle
    status      int,
    headers     jsonb,
    -- empty where there was none, or it told of a person who was erased since
    body        bytea,
    primary key (owner, key_hash)
);

create index on repeated_call (begun_at);

comment on table repeated_call is 'Answers that are given again when the same call comes again, for seven days.';

-- An answer may hold a secret that is shown once.
revoke all on repeated_call from ${reader_role};
