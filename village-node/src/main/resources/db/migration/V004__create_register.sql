-- Families and residents of this village, and what was changed in them by whom.

create table family (
    id uuid primary key,
    version integer not null,
    no_kk text collate "C" check (no_kk ~ '^[0-9]{16}$'),
    address text,
    dusun text,
    rw text,
    rt text,
    created_at timestamptz not null,
    updated_at timestamptz not null
);

create unique index family_no_kk on family (no_kk) where no_kk is not null;
create index family_place on family (dusun, rw, rt, id);

create table resident (
    id uuid primary key,
    version integer not null,
    family_id uuid references family,
    nik text collate "C" check (nik ~ '^[0-9]{16}$'),
    full_name text not null,
    sex smallint,
    born_in text,
    born_on date,
    religion smallint,
    education smallint,
    schooling smallint,
    occupation smallint,
    marital_status smallint,
    relationship smallint,
    citizenship smallint,
    father_nik text check (father_nik ~ '^[0-9]{16}$'),
    father_name text,
    mother_nik text check (mother_nik ~ '^[0-9]{16}$'),
    mother_name text,
    blood_group smallint,
    birth_certificate text,
    passport text,
    passport_expires_on date,
    kitas text,
    marriage_certificate text,
    married_on date,
    divorce_certificate text,
    divorced_on date,
    disability smallint,
    contraception smallint,
    pregnancy smallint,
    ktp_holding smallint,
    ktp_recording smallint,
    current_address text,
    base_status smallint not null,
    residency smallint not null,
    ethnicity text,
    card_tag text,
    insurance smallint,
    insurance_number text,
    latitude double precision,
    longitude double precision,
    dusun text,
    rw text,
    rt text,
    phone text collate "C",
    note text,
    name_key text collate "C" not null,
    name_words text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);

-- Columns that are searched by their beginning are in collation "C", so that LIKE 'x%' uses the index.
create unique index resident_nik on resident (nik) where nik is not null;
create index resident_name on resident (name_key, id);
create index resident_words on resident using gin (to_tsvector('simple', name_words));
create index resident_family on resident (family_id);
create index resident_dusun on resident (dusun, name_key, id);
create index resident_phone on resident (phone) where phone is not null;

-- By fifties, so that an import writes its history in batches.
create sequence field_change_seq increment by 50;

create table field_change (
    id bigint primary key,
    subject_kind text not null,
    subject_id uuid not null,
    field text not null,
    old_value text,
    new_value text,
    at timestamptz not null,
    account_id uuid,
    username text not null,
    source text not null
);

create index field_change_subject on field_change (subject_kind, subject_id, id);

-- What was changed stays written: the program may add to the history, not rewrite it.
revoke update, delete on field_change from "${app_role}";
