/** Routes and schedule of the reminders. */
package vn.minhbach.function.reminder;
