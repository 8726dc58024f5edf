-- The form with which a course was copied: a form that arrives twice, as after a double click, makes one copy.
alter table course add column form uuid;

create unique index course_form on course (form);
