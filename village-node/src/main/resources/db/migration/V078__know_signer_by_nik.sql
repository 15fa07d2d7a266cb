-- By which the national authority knows who signs electronically.

alter table signatory add nik text check (nik ~ '^[0-9]{16}$');
