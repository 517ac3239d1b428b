/** The decisions on record: their reader, for every module that decides, and the tables that most of them come from. */
@NullMarked
package io.claviger.policy.corpus;

import org.jspecify.annotations.NullMarked;
