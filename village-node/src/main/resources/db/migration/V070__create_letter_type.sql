-- What each letter type was in each of its versions. A version is never changed, so a letter can name the one it was made
-- with; the highest is the one in use.

create table letter_type_version (
    id uuid primary key,
    kind text not null,
    version integer not null,
    definition text not null check (definition is json),
    saved_at timestamptz not null,
    account_id uuid,
    username text not null,
    unique (kind, version)
);

revoke update, delete, truncate on letter_type_version from "${app_role}";
