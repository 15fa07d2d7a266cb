-- Who ended a key of a village, and why; the audit trail says the same to the inspectorate.

alter table village_key
    add column revoked_by text,
    add column revoked_reason text;
