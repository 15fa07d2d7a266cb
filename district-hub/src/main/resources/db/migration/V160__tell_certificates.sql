-- By which certificates of the district a village knows it since it was told so: before a change those of today and the
-- next ones. It was obeyed when the village has obeyed its log of commands up to here.

create table village_certificate (
    node     text collate "C" primary key,
    digest   bytea            not null,
    told_at  timestamptz      not null,
    epoch    int              not null,
    sequence bigint           not null,
    known_at timestamptz
);
