#ifndef ATTUNE_CREADLINE_SHIM_H
#define ATTUNE_CREADLINE_SHIM_H

#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <readline/history.h>
#include <readline/readline.h>

/* Readline is controlled by C globals, which Swift 6 rightly calls unsafe to share. They are set and
   read through these functions alone, and all of them are called from the thread that reads. */

/* Columns of a character; declared here because the C library hides it without _XOPEN_SOURCE. */
extern int wcwidth(wchar_t character);
static inline int attune_columns(unsigned int scalar) { return wcwidth((wchar_t)scalar); }

typedef char **(*attune_completer)(const char *text, int start, int end);
typedef char *(*attune_generator)(const char *text, int state);

/* The name that `$if` in an inputrc knows the program by. It must outlive the program's use of
   readline, so it is a literal. */
static inline void attune_set_name(void) { rl_readline_name = "attune"; }

/* Attune handles signals itself: its poll loop decides what an interrupt means. */
static inline void attune_take_over_signals(void) {
  rl_catch_signals = 0;
  rl_catch_sigwinch = 0;
  rl_change_environment = 0;
}

static inline void attune_set_completer(attune_completer completer) {
  rl_attempted_completion_function = (rl_completion_func_t *)completer;
  rl_completer_word_break_characters = " ";
}

/* Without this readline falls back to the names of files. */
static inline void attune_no_file_completion(void) { rl_attempted_completion_over = 1; }

static inline char **attune_matches(const char *text, attune_generator generator) {
  return rl_completion_matches(text, (rl_compentry_func_t *)generator);
}

static inline const char *attune_line(void) { return rl_line_buffer ? rl_line_buffer : ""; }

/* An interrupt: what was typed so far is dropped, and whatever comes next begins a new line. */
static inline void attune_drop_line(void) {
  rl_free_line_state();
  rl_callback_sigcleanup();
  rl_replace_line("", 1);
  rl_crlf();
}

#endif
