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
    -- The day whose month counts it in the books by report: the report's own, or a later one where that month was closed.
    booked_on date not null,
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
    -- The number of the paper it was recorded by; the district learns that of a civil record, and no other.
    paper text,
    document text generated always as (case when kind in ('BIRTH', 'DEATH', 'ARRIVAL', 'DEPARTURE') then paper end) stored,
    -- Who bore the child; no longer a resident perhaps.
    mother_id uuid,
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
    check (booked_on >= reported_on),
    check ((undone_at is null) = (undo_reason is null)),
    check ((undone_at is null) = (undone_by is null)),
    check (move_kind is null or kind in ('ARRIVAL', 'DEPARTURE')),
    check (mother_id is null or kind = 'BIRTH')
);

create index mutation_resident on mutation (resident_id, recorded_at);
create index mutation_reported on mutation (reported_on, id);
create index mutation_happened on mutation (happened_on, id);
create index mutation_booked on mutation (booked_on, id);
create index mutation_undone on mutation (undone_at) where undone_at is not null;
create index mutation_mother on mutation (mother_id) where mother_id is not null;

create table mutation_effect (
    id uuid primary key,
    mutation_id uuid not null references mutation,
    position integer not null,
    subject_kind text not null,
    subject_id uuid not null,
    field text not null,
    old_value text,
    new_value text,
    -- Written by now: what the history says between the mutation and this is of the mutation.
    at timestamptz not null,
    unique (mutation_id, position)
);

-- What stands on a mutation is found by whom it was about.
create index mutation_effect_subject on mutation_effect (subject_id);

-- Who was head of a family at the end of a month is looked up by when that changed.
create index field_change_of_heads on field_change (at, subject_id, id)
    where subject_kind = 'resident' and field = 'relationship';

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
