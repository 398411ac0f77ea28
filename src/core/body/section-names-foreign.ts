// What Spanish, French and German postmortems call their parts.
import type { SectionRole } from '../model/incident.ts';

/** Names as they stand after `normaliseHeading`, parted by commas. */
export const FOREIGN_NAMES: Readonly<Record<SectionRole, readonly string[]>> = {
  summary: [
    'resumen, resumen ejecutivo, resumen del incidente, descripción, descripción del incidente, qué pasó, qué ocurrió, qué sucedió',
    'résumé, résumé exécutif, résumé de l incident, résumé de lincident, synthèse, description de l incident, que s est il passé',
    'ce qui s est passé, ce qu il s est passé, les faits, problème, contexte et résumé, en bref',
    'zusammenfassung, kurzfassung, überblick, beschreibung, was ist passiert, was ist geschehen, vorfall, kurzbeschreibung',
  ],
  impact: [
    'impacto, impacto en usuarios, impacto en los usuarios, alcance, usuarios afectados, servicios afectados, afectación',
    'impacts, conséquences, impact utilisateur, impact utilisateurs, portée, services impactés, services touchés, périmètre',
    'auswirkung, auswirkungen, betroffene dienste, betroffene systeme, folgen, auswirkungen auf kunden, auswirkung auf kunden',
  ],
  background: ['antecedentes, contexto, contexte, hintergrund, kontext, ausgangslage'],
  detection: [
    'detección, cómo se detectó, détection, comment l avons nous détecté, erkennung, entdeckung, wie wurde es bemerkt',
    'entdeckt durch',
  ],
  timeline: [
    'línea de tiempo, linea de tiempo, cronología, cronologia, cronología de eventos, cronología de los hechos',
    'cronología del incidente, línea temporal, eventos, secuencia de eventos',
    'chronologie, chronologie des événements, chronologie de l incident, déroulement, déroulé, déroulé des événements',
    'ligne de temps, frise chronologique, déroulement des événements, historique',
    'zeitleiste, zeitlicher ablauf, ablauf, zeitverlauf, chronologischer ablauf, verlauf, zeitachse, zeitplan, zeitstrahl',
    'ereignisse',
  ],
  trigger: ['desencadenante, disparador, déclencheur, élément déclencheur, auslöser'],
  root_cause: [
    'causa raíz, causa raiz, causas, causa, causas raíz, análisis de causa raíz, análisis de la causa raíz, análisis de causas',
    'por qué pasó, origen, origen del problema, diagnóstico, 5 porqués, cinco porqués',
    'cause racine, causes racines, cause, causes, analyse, analyse des causes, analyse de la cause, analyse de cause racine',
    'analyse des causes racines, cause première, origine, origine du problème, diagnostic, cause du problème, pourquoi, 5 pourquoi',
    'cinq pourquoi',
    'ursache, ursachen, grundursache, hauptursache, ursachenanalyse, fehlerursache, analyse der ursache, fehleranalyse',
    'warum ist es passiert',
  ],
  resolution: [
    'resolución, solución, recuperación, mitigación, cómo se resolvió, resolución y recuperación, corrección, remediación, respuesta',
    'restablecimiento',
    'résolution, correction, rétablissement, remédiation, correctif, atténuation, résolution et rétablissement',
    'comment cela a été résolu, retour à la normale, reprise, réponse',
    'lösung, behebung, wiederherstellung, maßnahmen zur behebung, entstörung, fehlerbehebung, problemlösung, reaktion',
  ],
  lessons: [
    'lecciones, lecciones aprendidas, aprendizajes, qué aprendimos, lo aprendido',
    'leçons, leçons apprises, leçons tirées, enseignements, retour d expérience, ce que nous avons appris, apprentissages',
    'erkenntnisse, gelernte lektionen, lehren, was wir gelernt haben, gelerntes',
  ],
  action_items: [
    'acciones, acciones preventivas, acciones correctivas, acciones correctivas y preventivas, medidas correctivas y preventivas',
    'medidas preventivas, medidas correctivas, medidas, próximos pasos, tareas, plan de acción, acciones a tomar',
    'acciones de seguimiento, seguimiento, mejoras, pendientes, prevención, recomendaciones, acciones pendientes, acciones futuras',
    'actions correctives, actions préventives, actions correctives et préventives, mesures correctives et préventives',
    'mesures préventives, mesures correctives, mesures, plan d action, plan d actions, prochaines étapes, actions à mener',
    'actions à venir, actions de suivi, tâches, améliorations, suivi, prévention, à faire, recommandations, points d action',
    'actions à prendre, pistes d amélioration',
    'maßnahmen, massnahmen, korrekturmaßnahmen, vorbeugende maßnahmen, korrektur und vorbeugungsmaßnahmen, nächste schritte',
    'folgemaßnahmen, aufgaben, aktionen, aktionspunkte, verbesserungen, verbesserungsmaßnahmen, offene punkte, präventionsmaßnahmen',
    'prävention, empfehlungen, to dos, weitere schritte, weiteres vorgehen, maßnahmenplan, geplante maßnahmen',
  ],
  supporting: ['referencias, enlaces, anexos, références, annexes, liens, anhang, verweise, referenzen'],
};
