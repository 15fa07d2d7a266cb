-- Nothing reads how far a village has obeyed: a command that is done says so in its own row.
alter table down_head drop column obeyed_sequence;
