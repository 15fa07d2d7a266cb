-- Files that officers bring from another system: what was found in them, and how far they have come in.

create table import_run (
    id uuid primary key,
    file_name text not null,
    file_bytes bigint not null,
    state text not null,
    refusal text,
    refusal_detail text,
    guessed_encoding boolean not null default false,
    columns text not null default '',
    row_count integer not null default 0,
    family_count integer not null default 0,
    checked_rows integer not null default 0,
    new_rows integer not null default 0,
    changed_rows integer not null default 0,
    unchanged_rows integer not null default 0,
    error_rows integer not null default 0,
    warning_rows integer not null default 0,
    done_rows integer not null default 0,
    done_new integer not null default 0,
    done_changed integer not null default 0,
    done_unchanged integer not null default 0,
    done_skipped integer not null default 0,
    account_id uuid,
    username text not null,
    created_at timestamptz not null,
    started_at timestamptz,
    resumed_at timestamptz,
    resumed_rows integer not null default 0,
    finished_at timestamptz
);

create index import_run_newest on import_run (created_at desc, id);

-- Cells are kept masked: who needs the whole number looks into the file.
create table import_finding (
    run_id uuid not null references import_run on delete cascade,
    number integer not null,
    row_number integer not null,
    severity text not null,
    problem text not null,
    column_name text not null,
    shown text not null,
    detail text not null,
    primary key (run_id, number)
);

create index import_finding_severity on import_finding (run_id, severity, number);

create table import_total (
    run_id uuid not null references import_run on delete cascade,
    position integer not null,
    dusun text not null,
    men integer not null,
    women integer not null,
    unknown integer not null,
    -- What the old system says, as the officer types it in.
    told integer,
    primary key (run_id, position)
);
