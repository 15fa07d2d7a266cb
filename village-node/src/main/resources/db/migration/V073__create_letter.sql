-- A letter comes into being with its number; the number is never given away again, whatever becomes of the letter.

alter table office
    add unit_code text,
    add number_pattern text not null default '{klasifikasi}/{urut}/{kode_unit}/{tahun}',
    add counter_scope text not null default 'VILLAGE',
    add former_scheme boolean not null default false;

-- One locked row gives the numbers of a year, of the village or of one type of letter.
create table letter_counter (
    scope text not null,
    year integer not null,
    last integer not null,
    last_on date not null,
    primary key (scope, year)
);

create table letter (
    id uuid primary key,
    version integer not null,
    request_id uuid not null references request,
    applicant_id uuid not null references resident,
    kind text not null,
    type_version integer not null,
    type_name text not null,
    scheme text not null,
    classification text not null,
    number text not null,
    scope text not null,
    year integer not null,
    sequence integer not null,
    issued_on date not null,
    valid_until date,
    state text not null,
    state_at timestamptz not null,
    reason text,
    signer_title text not null,
    signer_name text not null,
    answers text not null check (answers is json),
    signatory_id uuid not null references signatory,
    numbered_by text not null,
    foreign key (kind, type_version) references letter_type_version (kind, version)
);

create unique index letter_number on letter (scope, year, sequence);
create unique index letter_of_request on letter (request_id, kind) where state <> 'CANCELLED';
create index letter_agenda on letter (issued_on desc, id desc);
create index letter_applicant on letter (applicant_id, issued_on desc);
create index letter_year on letter (year, sequence);

-- A number that was given stays given.
revoke delete on letter, letter_counter from "${app_role}";
