-- What was filled in for the letters of a request, and which letters are made of it. Nothing of this leaves the village.

create table letter_filling (
    request_id uuid primary key references request,
    version integer not null,
    answers text not null check (answers is json),
    signatory_id uuid references signatory,
    saved_at timestamptz not null,
    account_id uuid,
    username text not null
);

create table letter_draft (
    id uuid primary key,
    request_id uuid not null references letter_filling,
    kind text not null,
    type_version integer not null,
    position integer not null,
    numbered boolean not null,
    unique (request_id, kind),
    foreign key (kind, type_version) references letter_type_version (kind, version)
);
