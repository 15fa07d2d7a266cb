-- Who may use this program. The same in a village and in the district.

create table account (
    id uuid primary key,
    username text not null unique check (username = lower(username)),
    display_name text not null,
    role text not null,
    -- kecamatan a camat is bound to
    area text,
    -- null until the person has set a password
    password_hash text,
    active boolean not null default true,
    -- an account of the demonstration lets nobody in once the demonstration is off
    demo boolean not null default false,
    -- SHA-256 of the code of a one-time link
    invitation_hash bytea unique,
    invitation_expires_at timestamptz,
    created_at timestamptz not null
);

-- Of the token in the cookie only its SHA-256 is kept.
create table session (
    token_hash bytea primary key,
    account_id uuid not null references account (id),
    address text not null,
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at timestamptz
);

create index session_account on session (account_id, address);

-- Failed logins by name and address, by name, and by address; all of them hashed, so that a name that is no account
-- leaves the same trace as one that is.
create table login_brake (
    subject bytea primary key,
    attempts integer not null,
    last_attempt_at timestamptz not null,
    blocked_until timestamptz not null
);

create index login_brake_age on login_brake (last_attempt_at);
