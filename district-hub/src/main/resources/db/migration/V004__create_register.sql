-- The registers of all villages, as far as they leave a village. Rows are keyed by node and id, so that no village can
-- touch another's row by its id; the position of the last event applied guards each row. No foreign keys between
-- subjects: what has not arrived yet must not stop what has.

create table resident (
    node                 text collate "C" not null,
    id                   uuid             not null,
    epoch                int              not null,
    seq                  bigint           not null,
    family_id            uuid,
    nik                  text collate "C",
    full_name            text             not null,
    sex                  smallint,
    born_in              text,
    born_on              date,
    religion             smallint,
    education            smallint,
    schooling            smallint,
    occupation           smallint,
    marital_status       smallint,
    relationship         smallint,
    citizenship          smallint,
    father_nik           text collate "C",
    father_name          text,
    mother_nik           text collate "C",
    mother_name          text,
    blood_group          smallint,
    birth_certificate    text,
    marriage_certificate text,
    married_on           date,
    divorce_certificate  text,
    divorced_on          date,
    disability           smallint,
    pregnancy            smallint,
    ktp_holding          smallint,
    ktp_recording        smallint,
    current_address      text,
    base_status          smallint         not null,
    residency            smallint,
    ethnicity            text,
    insurance            smallint,
    dusun                text,
    rw                   text,
    rt                   text,
    primary key (node, id)
) with (fillfactor = 90);

-- One person, wherever registered; two villages may both have the same, which is reported and not refused.
create index resident_nik on resident (nik) where nik is not null;

create table family (
    node    text collate "C" not null,
    id      uuid             not null,
    epoch   int              not null,
    seq     bigint           not null,
    no_kk   text collate "C",
    address text,
    dusun   text,
    rw      text,
    rt      text,
    primary key (node, id)
) with (fillfactor = 90);

create table request (
    node          text collate "C" not null,
    id            uuid             not null,
    epoch         int              not null,
    seq           bigint           not null,
    number        text             not null,
    applicant_id  uuid             not null,
    kind          text collate "C" not null,
    channel       text collate "C" not null,
    state         text collate "C" not null,
    home_delivery boolean          not null,
    submitted_at  timestamptz      not null,
    -- [{"state": "SUBMITTED", "at": "…"}, …]
    steps         jsonb            not null,
    primary key (node, id)
) with (fillfactor = 80);

create index request_applicant on request (node, applicant_id);
create index request_newest on request (submitted_at desc, node, id);

-- A removed subject leaves its position, so that an older event that comes late cannot bring it back.
create table removed_subject (
    node  text collate "C" not null,
    kind  text collate "C" not null,
    id    uuid             not null,
    epoch int              not null,
    seq   bigint           not null,
    primary key (node, kind, id)
);
