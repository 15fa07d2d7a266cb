-- Births, deaths and moves, and what each of them changed.

create table mutation (
    id uuid primary key,
    version integer not null,
    resident_id uuid not null references resident,
    -- The family when it happened; it may be gone since.
    family_id uuid,
    kind text not null,
    happened_on date not null,
    reported_on date not null,
    recorded_at timestamptz not null,
    -- Whether the number of inhabitants changed by one.
    counted boolean not null,
    sex smallint,
    citizenship smallint,
    residency smallint,
    relationship smallint,
    dusun text,
    move_kind smallint,
    other_area text,
    other_place text,
    document text,
    group_id uuid,
    undone_at timestamptz,
    place text,
    purpose text,
    reporter text,
    note text,
    undo_reason text,
    username text not null,
    undone_by text,
    check (happened_on <= reported_on),
    check ((undone_at is null) = (undo_reason is null))
);

create index mutation_resident on mutation (resident_id, recorded_at);
create index mutation_reported on mutation (reported_on, id);
create index mutation_happened on mutation (happened_on, id);

create table mutation_effect (
    id uuid primary key,
    mutation_id uuid not null references mutation,
    position integer not null,
    subject_kind text not null,
    subject_id uuid not null,
    field text not null,
    old_value text,
    new_value text,
    unique (mutation_id, position)
);

-- What a mutation did stays written.
revoke update, delete on mutation_effect from "${app_role}";
revoke delete on mutation from "${app_role}";

create constraint trigger mutation_requires_event
    after insert or update or delete on mutation
    deferrable initially deferred
    for each row execute function require_event();

create trigger mutation_is_not_truncated
    before truncate on mutation
    for each statement execute function refuse_truncate();
