-- A letter comes into being with its number; the number is never given away again, whatever becomes of the letter.

alter table office
    add unit_code text,
    add number_pattern text not null default '{klasifikasi}/{urut}/{kode_unit}/{tahun}',
    add counter_scope text not null default 'VILLAGE' check (counter_scope in ('VILLAGE', 'CLASSIFICATION')),
    add former_scheme boolean not null default false;

-- One locked row gives the numbers of a year, of the village (*) or of one classification.
create table letter_counter (
    scope text not null check (scope <> ''),
    year integer not null check (year between 2000 and 9999),
    last integer not null check (last > 0),
    primary key (scope, year)
);

-- A head of a sheet as it stood on paper, once however many letters carry it.
create table letterhead (
    sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    head text not null check (head is json)
);

create table letter (
    id uuid primary key,
    version integer not null,
    request_id uuid not null references request,
    applicant_id uuid not null references resident,
    applicant_name text not null,
    kind text not null,
    type_version integer not null,
    type_name text not null,
    scheme text not null check (scheme in ('PERMENDAGRI_83_2022', 'FORMER')),
    classification text not null,
    number text not null check (number <> ''),
    scope text not null,
    year integer not null,
    sequence integer not null check (sequence > 0),
    issued_on date not null,
    valid_until date check (valid_until >= issued_on),
    state text not null check (state in ('NUMBERED', 'SIGNED', 'WITHDRAWN', 'CANCELLED')),
    state_at timestamptz not null,
    reason text check (length(reason) between 1 and 500),
    signer_title text not null,
    signer_name text not null,
    answers text not null check (answers is json),
    paper text check (paper is json),
    letterhead text references letterhead,
    signatory_id uuid not null references signatory,
    numbered_by text not null,
    foreign key (kind, type_version) references letter_type_version (kind, version),
    constraint letter_is_of_its_year check (extract(year from issued_on) = year),
    constraint letter_given_up_says_why check ((state in ('CANCELLED', 'WITHDRAWN')) = (reason is not null))
);

create unique index letter_number on letter (number);
create unique index letter_sequence on letter (scope, year, sequence);
create unique index letter_of_request on letter (request_id, kind) where state in ('NUMBERED', 'SIGNED');
create index letter_request on letter (request_id);
create index letter_highest on letter (year, sequence);
create index letter_highest_of_classification on letter (year, classification, sequence);
create index letter_last_day on letter (issued_on) where state <> 'CANCELLED';
create index letter_agenda on letter (year, issued_on desc, sequence desc, id desc);
create index letter_applicant on letter (applicant_id, issued_on desc);
create index letter_kind_version on letter (kind, type_version);

create function letter_counter_only_grows() returns trigger
    language plpgsql as $$
begin
    if (new.scope, new.year) <> (old.scope, old.year) or new.last < old.last then
        raise exception 'counter % of % never goes back', old.scope, old.year;
    end if;
    return new;
end
$$;

create trigger letter_counter_only_grows
    before update on letter_counter
    for each row execute function letter_counter_only_grows();

-- Of a letter only its state and its applicant's record change; what it says stays as it was numbered.
create function letter_stays() returns trigger
    language plpgsql as $$
begin
    if (new.id, new.request_id, new.applicant_name, new.kind, new.type_version, new.type_name, new.scheme,
            new.classification, new.number, new.scope, new.year, new.sequence, new.issued_on, new.valid_until,
            new.signer_title, new.signer_name, new.answers, new.paper, new.letterhead, new.signatory_id, new.numbered_by)
        is distinct from
        (old.id, old.request_id, old.applicant_name, old.kind, old.type_version, old.type_name, old.scheme,
            old.classification, old.number, old.scope, old.year, old.sequence, old.issued_on, old.valid_until,
            old.signer_title, old.signer_name, old.answers, old.paper, old.letterhead, old.signatory_id, old.numbered_by)
    then
        raise exception 'letter % stays as it was numbered', old.id;
    end if;
    return new;
end
$$;

create trigger letter_stays
    before update on letter
    for each row execute function letter_stays();

revoke delete, truncate on letter, letter_counter from "${app_role}";
revoke update, delete, truncate on letterhead from "${app_role}";
