-- Calls to the addresses of other agencies' programs when something changed (Standard Webhooks).

create table webhook (
    id            uuid             primary key,
    client_id     text collate "C" not null references client (id),
    url           text             not null,
    -- kinds of rows that were asked for; what the client may see now counts besides
    types         text[]           not null,
    within        text collate "C",
    state         text collate "C" not null default 'ACTIVE' check (state in ('ACTIVE', 'STOPPED')),
    -- why it was stopped
    reason        text collate "C",
    created_at    timestamptz      not null default now(),
    state_at      timestamptz      not null default now(),
    -- up to where in the change feed its messages are made
    cursor        text             not null,
    -- of the last message that was made; without holes
    last_number   bigint           not null default 0,
    -- one after the other without a success between, and since when
    failures      int              not null default 0,
    failing_since timestamptz,
    rest_until    timestamptz,
    delivered_at  timestamptz,
    -- the hub that delivers now, and until when nobody else does
    runner        uuid,
    leased_until  timestamptz
);

create index on webhook (client_id);

comment on table webhook is 'Addresses that are called when something changed, and how far they have been told.';

create table webhook_key (
    id          bigint generated always as identity primary key,
    webhook_id  uuid        not null references webhook on delete cascade,
    created_at  timestamptz not null default now(),
    -- the time of one whose place another took
    expires_at  timestamptz,
    -- HMAC-SHA256 (v1)
    secret      bytea       not null,
    -- Ed25519 (v1a): PKCS#8, and the 32 bytes of RFC 8032 in base64
    private_key bytea       not null,
    public_key  text        not null
);

create index on webhook_key (webhook_id);

comment on table webhook_key is 'Keys with which messages are signed; two generations while one takes the place of the other.';

create table webhook_message (
    -- the webhook-id of Standard Webhooks, the same in each attempt
    id         text collate "C" primary key,
    -- in the order in which they were made
    place      bigint generated always as identity,
    webhook_id uuid             not null references webhook on delete cascade,
    -- null for a test
    number     bigint,
    type       text collate "C" not null,
    -- as it is signed and sent
    body       text             not null,
    state      text collate "C" not null default 'WAITING' check (state in ('WAITING', 'DELIVERED', 'FAILED')),
    attempts   int              not null default 0,
    made_at    timestamptz      not null default now(),
    next_at    timestamptz      not null default now(),
    ended_at   timestamptz,
    unique (webhook_id, number)
);

create index webhook_message_due on webhook_message (webhook_id, next_at, number) where state = 'WAITING';
create index webhook_message_listed on webhook_message (webhook_id, place);
create index webhook_message_made on webhook_message (made_at);

comment on table webhook_message is 'What webhooks are told, and what became of it; kept for some weeks.';

create table webhook_attempt (
    message_id text collate "C" not null references webhook_message on delete cascade,
    at         timestamptz      not null default now(),
    outcome    text collate "C" not null,
    -- of HTTP; null where there was no answer
    status     int,
    millis     bigint           not null
);

create index on webhook_attempt (message_id, at);

comment on table webhook_attempt is 'Each attempt to deliver a message.';

-- Keys are not for reports.
revoke all on webhook_key from ${reader_role};
