-- Villages are split and merged: whom this village hands over to another one, and what it took over from others.

create table handover_order (
    lineage_id uuid not null,
    to_node text collate "C" not null,
    -- parts of this village, none for all of it
    dusun text[] not null,
    effective_on date not null,
    told_at timestamptz not null,
    primary key (lineage_id, to_node)
);

comment on table handover_order is 'Changes of villages that the district announced and that take people from here.';

create table handed_over (
    resident_id uuid primary key references resident on delete cascade,
    handover_id uuid not null,
    lineage_id uuid not null,
    to_node text collate "C" not null,
    at timestamptz not null
);

comment on table handed_over is 'People of whom only the record is left here; they belong to another village.';

create table taken_over (
    handover_id uuid primary key,
    lineage_id uuid not null,
    -- ids of the family and the people that came
    subjects uuid[] not null,
    at timestamptz not null
);

comment on table taken_over is 'Households that another village handed over, each entered once.';

revoke update, delete on handover_order, taken_over from "${app_role}";
revoke update on handed_over from "${app_role}";
