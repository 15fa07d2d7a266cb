-- How this office stands on paper, and who may sign for it.

create table office (
    id smallint primary key check (id = 1),
    version integer not null,
    address text,
    postal_code text,
    phone text,
    email text,
    paper text not null,
    emblem bytea
);

insert into office (id, version, paper) values (1, 0, 'F4');

create table signatory (
    id uuid primary key,
    name text not null,
    basis text not null,
    position text,
    rank text,
    nip text,
    active boolean not null,
    created_at timestamptz not null
);
