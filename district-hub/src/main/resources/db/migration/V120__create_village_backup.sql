-- The backups that villages leave here, locked with keys that only they have. The files lie outside the database.

create table village_backup (
    node         text collate "C" not null,
    id           uuid             not null,
    taken_at     timestamptz      not null,
    deposited_at timestamptz      not null,
    bytes        bigint           not null,
    sha256       text collate "C" not null,
    primary key (node, id)
);

create index on village_backup (node, deposited_at desc);

comment on table village_backup is 'The last locked backups of each village; their files lie in the folder of deposits.';
