-- Programs of other agencies: what each may, with what it shows who it is, and how much it asks.

create table client (
    id               text collate "C" primary key,
    name             text        not null,
    contact          text        not null,
    scopes           text[]      not null,
    -- codes that it may give as the reason for which it asks for whole NIK
    purposes         text[]      not null,
    -- kode wilayah; none for the whole regency
    areas            text[]      not null,
    calls_per_minute int         not null check (calls_per_minute > 0),
    -- public keys (RFC 7517) of one that signs its assertions; null where it has a secret
    jwks             text,
    created_at       timestamptz not null,
    created_by       text        not null,
    revoked_at       timestamptz,
    revoked_by       text
);

comment on table client is 'Programs of other agencies that may call the interface.';

create table client_secret (
    -- SHA-256: who reads this table cannot call with it
    hash        bytea            primary key,
    client_id   text collate "C" not null references client (id),
    created_at  timestamptz      not null,
    expires_at  timestamptz      not null,
    -- another took its place; it is good for a while yet
    replaced_at timestamptz
);

create index on client_secret (client_id);

comment on table client_secret is 'Secrets of clients, those that have ended as well.';

create table client_token (
    hash       bytea            primary key,
    client_id  text collate "C" not null references client (id),
    scopes     text[]           not null,
    issued_at  timestamptz      not null,
    expires_at timestamptz      not null
);

create index on client_token (expires_at);

comment on table client_token is 'Tokens given out, by their hash; gone some time after their end.';

-- An assertion (RFC 7523) counts once.
create table client_assertion (
    client_id  text collate "C" not null references client (id),
    jti_hash   bytea            not null,
    expires_at timestamptz      not null,
    primary key (client_id, jti_hash)
);

create index on client_assertion (expires_at);

comment on table client_assertion is 'Assertions that were used and have not expired.';

create table client_usage (
    client_id text collate "C" not null references client (id),
    -- by the clock of Jakarta
    day       date             not null,
    calls     bigint           not null,
    -- of these, how many came too fast
    refused   bigint           not null,
    last_at   timestamptz      not null,
    primary key (client_id, day)
);

comment on table client_usage is 'How much each client asked, by day.';

-- Secrets are not for reports.
revoke all on client_secret, client_token, client_assertion from ${reader_role};
